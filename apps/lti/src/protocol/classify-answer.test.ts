import { describe, expect, test } from 'vitest';
import { classifyAnswer, type ServiceName } from './classify-answer.js';

const answer = (status: number, body = '', headers: Record<string, string> = {}) => ({ status, body, headers });

describe('a refusal of a platform', () => {
  test.each<[string, ServiceName, ReturnType<typeof answer>, string]>([
    ['Moodle’s later score', 'scores', answer(409, '[]'), 'superseded'],
    [
      'Canvas’s later score',
      'scores',
      answer(
        400,
        '{"errors":{"type":"bad_request","message":"Provided timestamp of 2026-11-23T10:00:00.000Z before last updated timestamp of 2026-11-23T10:00:00.001Z"}}',
      ),
      'superseded',
    ],
    ['a person Moodle does not know', 'scores', answer(400, '[]'), 'rejected'],
    ['a person Canvas does not grade', 'scores', answer(422), 'rejected'],
    ['a column Moodle has locked', 'scores', answer(500), 'locked'],
    ['a column that is no more', 'scores', answer(404), 'gone'],
    ['grades of a column that is no more', 'results', answer(404), 'gone'],
    ['a concluded Canvas course', 'roster', answer(404), 'closed'],
    ...(['line-items', 'line-item', 'results', 'scores'] as const).map(
      (service): [string, ServiceName, ReturnType<typeof answer>, string] => [
        `a concluded Canvas course, in a sentence of its ${service}`,
        service,
        answer(
          422,
          '{"errors":{"type":"unprocessable_entity","message":"This course has concluded. AGS requests will no longer be accepted for this course."}}',
        ),
        'closed',
      ],
    ),
    ['a course without permission', 'roster', answer(403), 'closed'],
    ['Canvas’s old limit', 'scores', answer(403, '403 Forbidden (Rate Limit Exceeded)'), 'retry'],
    ['Canvas’s new limit', 'roster', answer(429), 'retry'],
    ['a server that is down', 'roster', answer(503), 'retry'],
    ['an error inside the platform', 'results', answer(500), 'retry'],
    ['a token refused twice', 'roster', answer(401), 'configuration'],
    ['a token request refused', 'token', answer(400, '{"error":"invalid_client"}'), 'configuration'],
    ['an accident where tokens are given out', 'token', answer(500), 'retry'],
    ['a redirect', 'roster', answer(302), 'configuration'],
  ])('is understood: %s', (_what, service, sent, kind) => {
    expect(classifyAnswer(service, sent)?.kind).toBe(kind);
  });

  test('may say when to come back', () => {
    expect(classifyAnswer('roster', answer(429, '', { 'retry-after': '17' }))).toMatchObject({ retryAfterSeconds: 17 });
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { retryAfterSeconds } = classifyAnswer('roster', answer(503, '', { 'retry-after': date })) ?? {};
    expect(retryAfterSeconds).toBeGreaterThan(57);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  test('says whether it is because we ask too often', () => {
    const throttled = (status: number, body = '', headers = {}) =>
      classifyAnswer('roster', answer(status, body, headers))?.throttled;
    expect([throttled(429), throttled(403, 'Rate Limit Exceeded'), throttled(503, '', { 'retry-after': '5' })]).toEqual(
      [true, true, true],
    );
    expect(throttled(503)).toBe(false);
  });

  test('names the standard code of a token error and nothing else of the body', () => {
    const details = classifyAnswer('token', answer(400, '{"error":"invalid_scope","error_description":"Dana Okafor"}'));
    expect(details?.seen).toBe("the platform's token service answered 400 (invalid_scope)");
  });

  test('is none when the answer is a success', () => {
    expect(classifyAnswer('scores', answer(200))).toBeNull();
    expect(classifyAnswer('line-items', answer(201))).toBeNull();
  });
});
