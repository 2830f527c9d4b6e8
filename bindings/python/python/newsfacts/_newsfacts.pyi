from typing import Any

__version__: str

class Fault(RuntimeError): ...

def __getattr__(name: str) -> Any: ...
