import { readFile } from 'node:fs/promises';
import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { describeApi } from './describe-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('the description of the API', () => {
  test('is what openapi.json holds; "npm run openapi" writes it anew', async () => {
    const file = await readFile(new URL('../../openapi.json', import.meta.url), 'utf8');
    expect(JSON.parse(JSON.stringify(describeApi(api.app)))).toEqual(JSON.parse(file));
  });
  test('is OpenAPI 3.1 and names every operation once', () => {
    const { openapi, paths } = describeApi(api.app);
    const operations = Object.values(paths).flatMap((path) => Object.values(path) as { operationId: string }[]);
    expect(openapi).toBe('3.1.0');
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(endpoints).toSorted());
  });
  test('has every schema that it refers to', () => {
    const description = describeApi(api.app);
    const referred = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(referred.length).toBeGreaterThan(30);
    expect(referred.filter((name) => !description.components?.schemas?.[name ?? ''])).toEqual([]);
  });
  test('says of each edit that it wants If-Match, and what comes without it', () => {
    const { paths } = describeApi(api.app);
    for (const { method, path, edits } of Object.values(endpoints)) {
      const operations = paths[path.replace(/:([a-zA-Z]+)/g, '{$1}')] as
        | Record<string, { parameters?: { name: string; required: boolean }[]; responses: object }>
        | undefined;
      const { parameters = [], responses = {} } = operations?.[method.toLowerCase()] ?? {};
      const wanted = parameters.filter(({ name, required }) => name === 'If-Match' && required);
      expect([wanted.length, '412' in responses, '428' in responses], `${method} ${path}`).toEqual(
        edits ? [1, true, true] : [0, false, false],
      );
    }
  });
  test('says of each operation with a body what is in it', () => {
    const { paths } = describeApi(api.app);
    for (const { method, path, body } of Object.values(endpoints)) {
      const operations = paths[path.replace(/:([a-zA-Z]+)/g, '{$1}')] as
        | Record<string, { requestBody?: unknown }>
        | undefined;
      expect(operations?.[method.toLowerCase()]?.requestBody !== undefined, `${method} ${path}`).toBe(body !== null);
    }
  });
});
