import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Vite's development server uses inline scripts and styles, which the policy of the page forbids. */
const withoutPolicy: Plugin = {
  name: "without-policy",
  apply: "serve",
  transformIndexHtml: {
    order: "pre",
    handler: html => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
  },
};

export default defineConfig({
  plugins: [react(), withoutPolicy],
  server: { proxy: { "/ws": { target: "http://localhost:8080", ws: true } } },
});
