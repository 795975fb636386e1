import type { ArgumentMetadata } from '@nestjs/common';
import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { Refused } from './refused.js';

/** Parses body, query and path by the contract's schema; each fault names its field. */
@Injectable()
class Validation extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new Refused(
          { kind: 'invalid-request' },
          issues.map((issue) => ({ field: fieldOf(issue.path), message: issue.message })),
        ),
    });
  }

  /** A part of the path is parsed by itself: its faults have no path of their own, so they get the parameter's name. */
  override async transform<Value>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (metadata.type !== 'param' || !(error instanceof Refused)) throw error;
      throw new Refused(
        error.refusal,
        error.errors?.map((fault) => ({ ...fault, field: metadata.data ?? fault.field })),
      );
    }
  }
}

export const validation = new Validation();

const fieldOf = (path: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined): string =>
  (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || 'body';
