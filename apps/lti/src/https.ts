/** Whether browsers reach the tool by https. */
export const isHttps = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/** With https, browsers keep a cookie of this prefix only from this very host: no neighbouring site can plant one (RFC 6265bis, 4.1.3). */
export const cookiePrefixOf = (publicUrl: string): string => (isHttps(publicUrl) ? '__Host-' : '');

/** What a server with https says to browsers: no http for a year. */
export const strictTransport = { maxAge: 31_536_000, includeSubDomains: true };
export const strictTransportWords = `max-age=${strictTransport.maxAge}; includeSubDomains`;
