import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { AppModule } from '../app.module.js';
import { launchPaths } from '../ltijs/engine.js';
import type { Parts } from '../parts.js';

/** Every address that the tool answers, with its method: Nest's, ltijs's, and the files of the frame's page. */
export function everyRoute(parts: Parts): string[] {
  const controllers = AppModule.with(parts).controllers ?? [];
  const nest = controllers.flatMap((controller) => {
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const prototype = controller.prototype as Record<string, object>;
    const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return names.flatMap((name) => {
      const handler = prototype[name];
      const path = handler && (Reflect.getMetadata(PATH_METADATA, handler) as string | undefined);
      if (!handler || path === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      return [`${method} /${[base, path].filter((part) => part && part !== '/').join('/')}`];
    });
  });
  const engine = Object.entries(launchPaths).flatMap(([path, methods]) =>
    methods.map((method) => `${method} /lti${path}`),
  );
  return [...engine, 'GET /lti/frame/index.html', ...nest];
}
