package dev.strait.tests.zoo;

import dev.strait.Channel;

/** Another contract with the messages of the first one, the other way round. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel(value = "/ws/more-logs", toServer = Downstream.class, toClient = Upstream.class, strict = true)
interface MoreLogs {}
