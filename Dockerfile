# Plumbline as an image: the source as it stands, which Node runs directly, and what it needs to run.
FROM node:24-bookworm-slim
WORKDIR /app
COPY . .
# Only what the command line and the server import; no tools, no tests' needs.
RUN npx --yes pnpm@12 install --frozen-lockfile --prod --ignore-scripts --filter "plumbline..." \
  && rm -rf "$HOME/.npm" "$HOME/.cache" "$HOME/.local/share/pnpm"
USER node
# Inside the container it listens on every address; which of them can be reached is said where it is started.
ENV HOST=0.0.0.0 PORT=4777 NODE_ENV=production
EXPOSE 4777
ENTRYPOINT ["node", "apps/cli/src/main.ts"]
CMD ["serve"]
