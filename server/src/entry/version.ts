/** Put in by the build. */
declare const PRODUCT_VERSION: string | undefined;
declare const PRODUCT_PAGES: string | undefined;

/** The version of the product, from its manifest. */
export const version = typeof PRODUCT_VERSION === 'string' ? PRODUCT_VERSION : 'development';

/** The address of the folder of docs of this version; it ends with a slash. */
export const pages = typeof PRODUCT_PAGES === 'string' ? PRODUCT_PAGES : 'https://example.org/docs/';
