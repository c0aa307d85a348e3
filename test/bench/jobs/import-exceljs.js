// Loads exceljs and does nothing with it: the least that any program built on exceljs takes.
await import('exceljs');
