# The API with the portal. Build from the project's folder: docker build -f docker/api.Dockerfile .
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund \
 && npx turbo run build --filter=@journeybook/api... --filter=@journeybook/portal... \
 && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/packages ./packages
COPY --from=build /app/apps/api ./apps/api
COPY --from=build /app/apps/portal/dist ./apps/portal/dist
USER node
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:4400/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The server never has the owner's address: compose.yaml runs the migration with it, in a container of its own that ends.
CMD ["node", "apps/api/dist/main.js"]
