import type { INestApplication } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { Admission } from '../http/route.js';
import { admissionKey } from '../http/route.js';

export interface Route {
  /** E.g. `POST /api/approvals`. */
  readonly line: string;
  readonly admission: Admission | undefined;
}

/** Every route of the application's controllers, as Nest knows them. */
export function listRoutes(app: INestApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = metatype?.prototype as Record<string, unknown>;
    const handlers = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return handlers.flatMap((name) => routeOf(prototype[name]));
  });
}

function routeOf(handler: unknown): Route[] {
  if (typeof handler !== 'function') return [];
  const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
  if (path === undefined) return [];
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
  const admission = Reflect.getMetadata(admissionKey, handler) as Admission | undefined;
  return [{ line: `${RequestMethod[method]} ${path}`, admission }];
}
