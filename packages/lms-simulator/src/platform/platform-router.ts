import { Router } from 'express';
import { deepLinkingRoutes } from '../deep-linking/deep-linking-routes.js';
import { launchRoutes } from '../launch/launch-routes.js';
import { pageRoutes } from '../pages/page-routes.js';
import { noticeRoutes } from '../notices/notice-handlers.js';
import { registrationRoutes } from '../registration/registration-routes.js';
import { serviceRoutes } from '../services/service-routes.js';
import type { Platform } from './platform.js';

/** Everything one platform answers, to be mounted at the path of its base address. */
export function platformRouter(platform: Platform): Router {
  const router = Router();
  router.use(serviceRoutes(platform));
  router.use(noticeRoutes(platform));
  router.use(registrationRoutes(platform));
  router.use(launchRoutes(platform));
  router.use(deepLinkingRoutes(platform));
  router.use(pageRoutes(platform));
  return router;
}
