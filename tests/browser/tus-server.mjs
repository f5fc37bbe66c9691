// A tus server that is not ours, for our client: node tus-server.mjs FOLDER
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

const server = new Server({ path: "/files", datastore: new FileStore({ directory: process.argv[2] }), relativeLocation: true });
const listener = server.listen({ host: "127.0.0.1", port: 0 }, () => console.log(`http://127.0.0.1:${listener.address().port}`));
