import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, Injectable } from '@nestjs/common';
import type { ActingRequest } from './actor.js';
import { Refused } from './refused.js';

/**
 * Lets an edit go on only when it says by `If-Match` (RFC 9110, 13.1.1) which edition of the thing was shown. Whether that is still the
 * one there is, the use-case decides when the thing is locked: before that it could change once more.
 */
@Injectable()
export class NeedsIfMatch implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    request.shown = readTag(request.headers['if-match']);
    return true;
  }
}

/** One strong tag. `*` would overwrite whatever is there, and of a list nobody was shown more than one. */
function readTag(header: string | undefined): string {
  if (header === undefined) throw new Refused({ kind: 'if-match-missing' });
  const tag = /^"([\x21\x23-\x7e]{1,100})"$/.exec(header)?.[1];
  if (tag !== undefined) return tag;
  throw new Refused({ kind: 'invalid-request' }, [
    { field: 'If-Match', message: 'must be one edition or version in double quotes, such as "3"' },
  ]);
}

/** The edition that an edit was decided on. */
export const ShownEdition = createParamDecorator((_: unknown, context: ExecutionContext): string => shownIn(context));

/** The same for what has a number as its version; what is no number is the version of nothing. */
export const ShownVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const shown = shownIn(context);
  return /^\d{1,9}$/.test(shown) ? Number(shown) : Number.NaN;
});

function shownIn(context: ExecutionContext): string {
  const { shown } = context.switchToHttp().getRequest<ActingRequest>();
  if (shown === undefined) throw new Error('Only an edit is told what was shown: its endpoint lacks `edits`.');
  return shown;
}

/** Refuses with `changed-since-shown` unless the edition shown is the one there is. To be asked when the thing is locked. */
export function asShown(shown: string, edition: string): void {
  if (shown !== edition) throw new Refused({ kind: 'changed-since-shown' });
}
