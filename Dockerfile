# Builds the pages with all packages, and keeps what the server needs.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/foyer
COPY package.json package-lock.json .npmrc ./
COPY invitation-codes/package.json invitation-codes/
COPY cards/package.json cards/
COPY code-files/package.json code-files/
COPY policy/package.json policy/
COPY api/package.json api/
COPY database/package.json database/
COPY server/package.json server/
COPY cli/package.json cli/
COPY web/package.json web/
RUN npm ci
COPY . .
RUN npm run build
# The image brings Node: the one that npm brought goes, with the tools of development.
RUN npm prune --omit=dev --omit=optional && rm -rf web/src web/public

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data \
    NODE_COMPILE_CACHE=/tmp/node-compile-cache
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /srv/foyer /srv/foyer
WORKDIR /srv/foyer
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/srv/foyer/foyer"]
CMD ["serve"]
