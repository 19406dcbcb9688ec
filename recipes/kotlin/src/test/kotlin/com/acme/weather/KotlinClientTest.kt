package com.acme.weather

import dev.strait.client.ClientException
import dev.strait.runtime.ChannelHub
import dev.strait.runtime.Handshake
import dev.strait.server.ChannelServer
import java.util.Optional
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit.SECONDS
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** The client for Java in Kotlin. The compiler reports warnings as errors. */
class KotlinClientTest {

    private class Station : WeatherHandler<String> {
        override fun open(room: Weather.Room, handshake: Handshake): String = room.town()

        override fun onReport(report: Weather.Report, from: WeatherConnection<String>) {
            from.toRoom().changed(8.5, report.text())
        }

        override fun onForecast(forecast: Weather.Forecast, from: WeatherConnection<String>) =
            Weather.Forecast.Answer(if (forecast.hours() > 24) null else "sun")
    }

    @Test
    fun messagesAndAnswersHaveTheirTypes() {
        val hub = ChannelHub.create()
        hub.add(WeatherEndpoint.of(Station()))
        ChannelServer.start(hub, 0).use { server ->
            WeatherClient.at("http://localhost:${server.port()}").room("Kiel").open().use { client ->
                val changes = LinkedBlockingQueue<Double>()
                client.onChanged { changes.add(it.degrees()) }
                client.ready().get(10, SECONDS)
                client.report("rain", Optional.empty())
                assertEquals(8.5, changes.poll(10, SECONDS))

                val text: String? = client.forecast(48).get(10, SECONDS).text()
                assertEquals(0, text?.length ?: 0)
                assertEquals("sun", client.forecast(1).get(10, SECONDS).text())

                val invalid = assertThrows(ClientException::class.java) {
                    client.report("x".repeat(21), Optional.empty())
                }
                assertEquals("/text", invalid.violations().single().path())
            }
        }
    }
}
