import { endpoints, problem } from '@journeybook/contracts';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

type Description = ReturnType<typeof SwaggerModule.createDocument>;
type Method = 'get' | 'post' | 'put' | 'delete';

/**
 * The API in OpenAPI 3.1, from the same schemas that parse its requests and answers. Each operation is called what it is
 * called in the contract, and may answer with a problem (RFC 9457).
 */
export function describeApi(app: INestApplication): Description {
  const builder = new DocumentBuilder()
    .setTitle('Journeybook')
    .setDescription('The one record of a registered apprentice: hours on the job, related instruction, competencies.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(
      'journeybook_session',
      { type: 'apiKey', in: 'cookie', description: 'A person in the portal.' },
      'session',
    )
    .addBearerAuth({ type: 'http', description: 'A page opened by a launch, or the LTI tool.' }, 'bearer');
  const description = SwaggerModule.createDocument(app, builder.build());
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:([a-zA-Z]+)/g, '{$1}');
    const operation = description.paths[path]?.[endpoint.method.toLowerCase() as Method];
    if (!operation) throw new Error(`${name} is not served`);
    operation.operationId = name;
    operation.responses['default'] = problemAnswer;
    if (!endpoint.edits) continue;
    operation.parameters = [...(operation.parameters ?? []), ifMatch];
    operation.responses['412'] = { ...problemAnswer, description: 'It changed since it was shown. Nothing was done.' };
    operation.responses['428'] = { ...problemAnswer, description: 'It does not say by If-Match what was shown.' };
  }
  const { $schema: _, ...schema } = z.toJSONSchema(problem);
  description.components = {
    ...description.components,
    schemas: { ...description.components?.schemas, Problem: schema as never },
  };
  return description;
}

const ifMatch = {
  name: 'If-Match',
  in: 'header' as const,
  required: true,
  description: 'The edition or version that stood beside it when it was read, in double quotes.',
  schema: { type: 'string' as const, pattern: '^"[!#-~]{1,100}"$' },
};

const problemAnswer = {
  description: 'What went wrong, and what to do.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
