package dev.strait.tests.zoo;

import dev.strait.Channel;

/** The messages of Logs with the directions reversed. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel(value = "/ws/more-logs", toServer = Downstream.class, toClient = Upstream.class, strict = true)
interface MoreLogs {}
