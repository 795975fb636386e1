import { mentorCodeMinutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Attempts } from '../access/attempts.js';
import { Post } from '../access/post.js';
import { tokenHash } from '../http/admission.guard.js';
import { Refused } from '../http/refused.js';
import { CodeLetters } from './code-letters.js';

const fromOneCode = { most: 5, minutes: mentorCodeMinutes };
const fromOnePlace = { most: 30, minutes: 60 };

@Injectable()
export class SendLinkByCode {
  constructor(
    private readonly letters: CodeLetters,
    private readonly attempts: Attempts,
    private readonly post: Post,
  ) {}

  /** Sends the link to the address, when it is that of a mentor of this apprentice. The answer does not tell, nor its time. */
  async send(code: string, email: string, ip: string | undefined): Promise<void> {
    if (!(await this.letters.isGood(code))) throw new Refused({ kind: 'mentor-code-over' });
    const isFree =
      this.attempts.take(`mentor code from ${ip}`, fromOnePlace) &&
      this.attempts.take(`mentor code ${tokenHash(code).toString('hex')}`, fromOneCode);
    if (!isFree) throw new Refused({ kind: 'too-many-attempts' });
    this.post.later(() => this.letters.write(code, email));
  }
}
