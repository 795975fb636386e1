import type { Endpoint } from '@journeybook/contracts';
import type { Scope } from '@journeybook/domain';
import {
  applyDecorators,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SerializeOptions,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { NeedsIfMatch } from './if-match.js';

/** Who may call a route: anybody, anybody who signed in or launched, or whoever's role has the scope. */
export type Admission = Scope | 'public' | 'signed-in' | 'launched';

export const admissionKey = 'journeybook:admission';
export const endpointKey = 'journeybook:endpoint';

export type AnyEndpoint = Endpoint<string, z.ZodType | null, z.ZodType | null, z.ZodType | null>;

/**
 * Serves an endpoint of the contract: its method, path and reply, and who may call it. A route declared without `Serves`
 * admits nobody. Answers pass the contract's schema, so a field it does not name cannot leave.
 */
export const Serves = (endpoint: AnyEndpoint, admission: Admission) =>
  applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.reply ? 200 : 204),
    SetMetadata(admissionKey, admission),
    SetMetadata(endpointKey, endpoint),
    ...(endpoint.edits ? [UseGuards(NeedsIfMatch)] : []),
    ApiOperation({ summary: `For ${admission}` }),
    ...(endpoint.reply
      ? [SerializeOptions({ schema: endpoint.reply }), ApiOkResponse({ standardSchema: endpoint.reply })]
      : [ApiNoContentResponse()]),
  );
