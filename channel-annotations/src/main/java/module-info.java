/** What a contract is written with. */
module dev.strait.annotations {
    exports dev.strait;
}
