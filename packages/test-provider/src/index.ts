export * from './start-provider.js';
export * from './sign-token.js';
