import type { OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '../config.js';
import type { Letter } from '../mail/mailer.js';
import { Mailer } from '../mail/mailer.js';
import { configToken } from '../tokens.js';

/** Work with letters that nobody waits for, so that an answer takes as long whether or not there is one to write. */
@Injectable()
export class Post implements OnApplicationShutdown {
  private readonly log = new Logger(Post.name);
  private readonly underway = new Set<Promise<void>>();

  constructor(
    private readonly mailer: Mailer,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Writes a letter, with links that begin with our own address, and sends it, later. One that could not be sent is logged without whom it was for. */
  later(write: (publicUrl: string) => Promise<Letter | null>): void {
    const work = this.send(write)
      .catch((error: unknown) => this.log.error(`A letter was not sent: ${codeOf(error)}`))
      .finally(() => this.underway.delete(work));
    this.underway.add(work);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.underway);
  }

  private async send(write: (publicUrl: string) => Promise<Letter | null>): Promise<void> {
    const letter = await write(this.config.PUBLIC_URL);
    if (letter) await this.mailer.send(letter);
  }
}

/** What went wrong in a word: a mail server's own sentence names the address. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown';
