/** What to say where a part of the page does not come, such as one that is gone from the server since. */
export const NOT_LOADED = 'This part of the page could not be loaded. Reload the page and try again.';
