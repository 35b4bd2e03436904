// The provider of the tests: the settings are one JSON argument; it prints its port when it listens.
import { createServer } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import { Provider } from "oidc-provider";

const told = JSON.parse(process.argv[2]);
const key = () => ({ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" });

const provider = new Provider(told.issuer, {
  clients: [told.client],
  jwks: { keys: [key()] },
  cookies: { keys: ["only for tests"] },
  conformIdTokenClaims: false,
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...told.people[id] }) }),
});
provider.on("server_error", (_, error) => console.error(error));

const server = createServer(provider.callback());
server.listen(told.port, "127.0.0.1", () => console.log("listening"));
