/** Put in by the build. */
declare const PRODUCT_VERSION: string | undefined;

/** The version of the product, from its manifest. */
export const version = typeof PRODUCT_VERSION === 'string' ? PRODUCT_VERSION : 'development';
