// Where libxml2 was built with ICU its headers bring ICU's own, which Foundation has under another
// name: no file could import both. Nothing here uses the fields that it adds.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
