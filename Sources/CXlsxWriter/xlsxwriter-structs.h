/* What libxlsxwriter's functions are handed by address. The library is loaded when a workbook is
   written and not linked, so that the program runs without it; its own headers are not needed. Each
   structure has room for members that later versions add, which stay zero. */
#ifndef MATTERS_XLSXWRITER_STRUCTS
#define MATTERS_XLSXWRITER_STRUCTS
#include <stdint.h>
#include <time.h>

struct xlsx_options {
  uint8_t constant_memory;
  const char *tmpdir;
  uint8_t use_zip64;
  void *later[8];
};

struct xlsx_properties {
  const char *title, *subject, *author, *manager, *company, *category, *keywords, *comments, *status,
    *hyperlink_base;
  time_t created;
  void *later[8];
};

struct xlsx_datetime {
  int year, month, day, hour, min;
  double sec;
};

#endif
