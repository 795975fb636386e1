# The LTI tool with the pages that run in a learning platform's frame. Build from the project's folder: docker build -f docker/lti.Dockerfile .
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund \
 && npx turbo run build --filter=@journeybook/lti... --filter=@journeybook/portal... \
 && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 LTI_PORT=4401
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/packages ./packages
COPY --from=build /app/apps/lti ./apps/lti
COPY --from=build /app/apps/portal/dist ./apps/portal/dist
USER node
EXPOSE 4401
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:4401/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/lti/dist/main.js"]
