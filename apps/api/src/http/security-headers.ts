import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What every answer says of itself, a page or not: that it is to be kept to itself. Only the portal's page may load anything. */
export const securityHeaders = (https: boolean): RequestHandler[] => [
  helmet({
    strictTransportSecurity: https,
    frameguard: { action: 'deny' },
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  }),
  (_request, response, next) => {
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    next();
  },
];

/** What the portal's page may do. The nonce is of the style elements that it makes itself. */
export const pagePolicy = (styleNonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    // Mantine sizes and places with style attributes, which run nothing and load nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
