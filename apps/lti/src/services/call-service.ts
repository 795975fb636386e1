import type { ServiceContext } from '@journeybook/database/lti';
import { classifyAnswer, type PlatformAnswer, type ServiceName } from '../protocol/classify-answer.js';
import { PlatformError } from '../protocol/platform-error.js';
import type { AccessTokens } from './access-tokens.js';
import type { PlatformHttp } from './platform-http.js';

export interface ServiceCall {
  readonly service: ServiceName;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly scopes: readonly string[];
  readonly accept?: string;
  readonly contentType?: string;
  readonly body?: unknown;
}

/** What a call to a platform's services needs: the two are the same for the whole process. */
export interface ServiceTools {
  readonly http: PlatformHttp;
  readonly tokens: AccessTokens;
}

/** Calls a service of a course's or a deployment's platform; a refused token is fetched anew, once. Throws `PlatformError`. */
export async function callService(
  tools: ServiceTools,
  place: Pick<ServiceContext, 'registration' | 'deploymentId'>,
  call: ServiceCall,
): Promise<PlatformAnswer> {
  const { registration, deploymentId } = place;
  const request = { registration, deploymentId, scopes: call.scopes };
  const token = await tools.tokens.get(request);
  let answer = await send(tools.http, call, token);
  if (answer.status === 401) {
    tools.tokens.evict(token);
    answer = await send(tools.http, call, await tools.tokens.get(request));
  }
  const failure = classifyAnswer(call.service, answer);
  if (failure) throw new PlatformError(failure);
  return answer;
}

const send = (http: PlatformHttp, call: ServiceCall, token: string): Promise<PlatformAnswer> =>
  http({
    method: call.method,
    url: call.url,
    headers: {
      authorization: `Bearer ${token}`,
      ...(call.accept ? { accept: call.accept } : {}),
      ...(call.contentType ? { 'content-type': call.contentType } : {}),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
