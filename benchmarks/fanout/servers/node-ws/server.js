// Chat on ws, with a loop over the members of a room.
const { WebSocketServer, WebSocket } = require('ws');

const rooms = new Map();
let lastId = 0;

function join(name, member) {
  if (!rooms.has(name)) {
    rooms.set(name, new Set());
  }
  const room = rooms.get(name);
  room.add(member);
  return room;
}

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) });

server.on('connection', (member, request) => {
  const room = join(request.url.slice(request.url.lastIndexOf('/') + 1), member);
  const id = `c${++lastId}`;
  member.on('message', (data) => {
    const message = JSON.parse(data);
    if (message.type === 'say') {
      const said = JSON.stringify({ type: 'said', from: id, text: message.text, at: Date.now() });
      for (const other of room) {
        if (other.readyState === WebSocket.OPEN) {
          other.send(said);
        }
      }
    } else {
      member.send(JSON.stringify({ type: 'echoed', text: message.text }));
    }
  });
  member.on('close', () => room.delete(member));
  member.on('error', () => member.terminate());
});
