import { APP_GUARD } from '@nestjs/core';
import { AdmissionGuard } from './admission.guard.js';
import { SecondFactorGuard } from './second-factor.guard.js';
import { RequestLimitGuard } from './throttling.js';

/** What stands before every route, in this order: how much one may ask, who asks, and how sure that is. */
export const guards = [RequestLimitGuard, AdmissionGuard, SecondFactorGuard].map((useClass) => ({
  provide: APP_GUARD,
  useClass,
}));
