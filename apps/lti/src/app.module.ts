import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { HealthController } from './health/health.controller.js';
import { AnswerController } from './launch/deep-linking/answer.controller.js';
import { ReloadController } from './launch/reload/reload.controller.js';
import { BrowserController } from './launch/storage/browser.controller.js';
import { KeysController } from './registration/keys.controller.js';
import { RegisterController } from './registration/register.controller.js';
import {
  AnswerToolsToken,
  CookiePrefixToken,
  LtiStoreToken,
  NoticeToolsToken,
  RegisterToolsToken,
  ReloadToolsToken,
  ToolKeysToken,
} from './injected.js';
import { NoticesController } from './notices/notices.controller.js';
import type { Parts } from './parts.js';
import { quietLog } from './quiet-log.js';

@Module({})
export class AppModule {
  static with(parts: Parts): DynamicModule {
    const { store, toolKeys, log, cookiePrefix, answerTools, reloadTools, registerTools, noticeTools } = parts;
    return {
      module: AppModule,
      // Requests are not logged one by one: a login's address holds who is signing in.
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            logger: log,
            autoLogging: false,
            quietReqLogger: true,
            wrapSerializers: false,
            serializers: quietLog.serializers,
          },
        }),
      ],
      controllers: [
        HealthController,
        KeysController,
        BrowserController,
        AnswerController,
        ReloadController,
        RegisterController,
        NoticesController,
      ],
      providers: [
        { provide: LtiStoreToken, useValue: store },
        { provide: ToolKeysToken, useValue: toolKeys },
        { provide: CookiePrefixToken, useValue: cookiePrefix },
        { provide: AnswerToolsToken, useValue: answerTools },
        { provide: ReloadToolsToken, useValue: reloadTools },
        { provide: NoticeToolsToken, useValue: noticeTools },
        { provide: RegisterToolsToken, useValue: registerTools },
      ],
    };
  }
}
