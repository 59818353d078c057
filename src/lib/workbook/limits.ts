/** Excel's limit: characters of a text in a cell. */
export const MAX_TEXT_LENGTH = 32_767;
/** Excel's limit: characters of a formula. */
export const MAX_FORMULA_LENGTH = 8_192;
/** Excel's limit: characters of a sheet's name. */
export const MAX_SHEET_NAME_LENGTH = 31;
/** Excel's limit: characters of a number format code. */
export const MAX_FORMAT_LENGTH = 255;
/** Excel's limit: characters of a name. */
export const MAX_NAME_LENGTH = 255;
