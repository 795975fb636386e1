import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ToolKeysToken } from '../injected.js';
import type { ToolKeys } from '../services/tool-keys.js';

@Controller('lti')
export class KeysController {
  constructor(@Inject(ToolKeysToken) private readonly toolKeys: ToolKeys) {}

  /** The tool's public keys, for any platform. */
  @Get('jwks.json')
  @Header('cache-control', 'public, max-age=600')
  read(): ReturnType<ToolKeys['publicKeys']> {
    return this.toolKeys.publicKeys();
  }
}
