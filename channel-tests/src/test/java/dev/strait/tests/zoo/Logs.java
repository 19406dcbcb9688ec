package dev.strait.tests.zoo;

import dev.strait.Channel;

/** A contract whose types are all declared elsewhere. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel(value = "/ws/logs", toServer = Upstream.class, toClient = Downstream.class, room = Upstream.Source.class)
interface Logs {}
