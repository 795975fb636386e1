import type { TestProject } from 'vitest/node';
import { makeOwnProduct, type OwnProduct } from './own-product.js';
import type { ProductUrls } from './start-product.js';

declare module 'vitest' {
  interface ProvidedContext {
    urls: ProductUrls;
    /** Where its letters are. */
    mailFolder: string;
  }
}

let product: OwnProduct | undefined;

/** Vitest global set-up: the built product with a fresh demo world, for the whole run. */
export async function setup(project: TestProject): Promise<void> {
  product = await makeOwnProduct();
  try {
    await product.start();
  } catch (error) {
    await product.remove();
    throw error;
  }
  project.provide('urls', product.urls);
  project.provide('mailFolder', product.mailFolder);
}

/** Stops the product and removes its data, whatever became of the tests. */
export async function teardown(): Promise<void> {
  await product?.remove();
}
