/** The text of the script of the page, which is known only while it begins; empty in a worker. */
export const pageScript: string = typeof document === 'undefined' ? '' : (document.currentScript?.textContent ?? '');
