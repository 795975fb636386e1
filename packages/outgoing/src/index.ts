export * from './address.js';
export * from './place.js';
export * from './plain.js';
export * from './send-request.js';
