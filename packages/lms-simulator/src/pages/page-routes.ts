import express, { Router, type Request, type Response } from 'express';
import { endSession, startSession } from '../http/cookies.js';
import type { Platform } from '../platform/platform.js';
import { findPerson } from '../world/live-world.js';

/** The pages people see. */
export function pageRoutes(platform: Platform): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false });
  router.post('/sign-in', form, (req: Request<unknown, unknown, { person?: string }>, res: Response) => {
    const person = findPerson(platform.world, req.body.person ?? '');
    if (!person) {
      res.status(404).type('text').send('There is no such person.');
      return;
    }
    startSession(platform, res, person.id);
    res.redirect(303, `${platform.urls.base}/`);
  });
  router.post('/sign-out', (req, res) => {
    endSession(platform, req, res);
    res.redirect(303, `${platform.urls.base}/`);
  });
  return router;
}
