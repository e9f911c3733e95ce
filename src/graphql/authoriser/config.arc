@aws
runtime nodejs24.x
memory 512
timeout 5
