// Chat on Socket.IO, with its built-in rooms.
const { Server } = require('socket.io');

const server = new Server(Number(process.env.PORT));

server.on('connection', (socket) => {
  let room;
  socket.on('join', (name) => {
    room = name;
    socket.join(name);
  });
  socket.on('say', (message) => {
    server.to(room).emit('said', { type: 'said', from: socket.id, text: message.text, at: Date.now() });
  });
  socket.on('echo', (message) => {
    socket.emit('echoed', { type: 'echoed', text: message.text });
  });
});
