import { mentorCodeMinutes } from '@journeybook/domain';
import { placeOf } from '@journeybook/outgoing';
import { Injectable } from '@nestjs/common';
import { Attempts } from '../access/attempts.js';
import { Post } from '../access/post.js';
import { orRefuse, Refused } from '../http/refused.js';
import { CodeLetters } from './code-letters.js';

const fromOneCode = [{ most: 5, minutes: mentorCodeMinutes }];
const fromOnePlace = [{ most: 30, minutes: 60 }];

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
    orRefuse(
      await this.attempts.take([
        { what: `mentor code from ${placeOf(ip)}`, limits: fromOnePlace },
        { what: `mentor code ${code}`, limits: fromOneCode },
      ]),
    );
    this.post.later(() => this.letters.write(code, email));
  }
}
