export * from './address.js';
export * from './send-request.js';
