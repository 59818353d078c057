export { buildStarterWorkbook } from './build-starter-workbook';
