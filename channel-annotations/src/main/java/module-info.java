/** The annotations for contracts of WebSocket channels. */
module dev.strait.annotations {
    exports dev.strait;
}
