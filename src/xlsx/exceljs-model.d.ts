// exceljs's index also loads its CSV and streaming parts, which doubles the time to start; the document model alone is enough.
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';

  export default Workbook;
}
