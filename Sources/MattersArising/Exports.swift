@_exported public import MattersRecords
@_exported public import MattersText
