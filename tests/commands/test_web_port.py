import socket

import pytest

from vatra.commands import web
from vatra.commands.trouble import Trouble


def test_a_taken_port_is_told_and_another_is_proposed():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(Trouble) as caught:
            web.listener("127.0.0.1", port)
    assert caught.value.sentence == f"Another program already answers on port {port} of this machine."
    assert f"--port {port + 1}" in caught.value.remedy


def test_an_address_of_another_machine_is_told():
    with pytest.raises(Trouble, match=r"does not let the web server listen on 192\.0\.2\.1:8000"):
        web.listener("192.0.2.1", 8000)


def test_a_free_port_is_found():
    with web.listener("127.0.0.1", 0) as listening:
        assert listening.getsockname()[1] > 0
