/** The word by which the server's policy knows the style elements that the page itself makes; empty where there is no such policy. */
export const styleNonce = (page: Document = document): string =>
  page.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.nonce ?? '';

// The library that keeps a page from scrolling behind a dialog asks for it under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
