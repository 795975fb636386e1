import { Secret, TOTP } from 'otpauth';

const periodMs = 30_000;

/** An authenticator app on a phone. Each code lets in once, so it never shows one twice: it waits for the next where it has to. */
export class AuthenticatorApp {
  private readonly totp: TOTP;
  private lastStep = 0;

  constructor(key: string) {
    this.totp = new TOTP({
      secret: Secret.fromBase32(key.replaceAll(' ', '')),
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
  }

  /** A code that was not shown before: of this half minute or, as a phone's clock may be a little ahead, of the next. */
  async code(): Promise<string> {
    const step = Math.max(Math.floor(Date.now() / periodMs), this.lastStep + 1);
    while (step > Math.floor(Date.now() / periodMs) + 1) await new Promise((done) => setTimeout(done, 500));
    this.lastStep = step;
    return this.totp.generate({ timestamp: step * periodMs });
  }
}
